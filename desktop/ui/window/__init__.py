"""What the window's menus do with the pages it holds: undo, print, the week, the language."""
