"""Parts of the curriculum page: the list of skills, the table of topics, the form of one."""
