"""The parts of the page of people: the list, one person's history, actions on them."""
