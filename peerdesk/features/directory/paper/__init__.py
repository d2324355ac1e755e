"""Services on paper: pocket cards, a page for each, a booklet. Nothing of it is recorded."""
