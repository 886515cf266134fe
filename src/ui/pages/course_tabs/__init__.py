"""The tabs of a course, a module each; every one has `show_course(record)`."""
