"""Lists of people: understood against what is known, brought in, settled later, taken back."""
