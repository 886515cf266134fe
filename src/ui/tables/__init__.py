"""Tables: models that read declared columns, and the view that shows, copies and pictures them."""
