"""One module per place; dialogs for forms and questions."""
