"""Charts as SVG, made of shapes with classes that the page gives their look."""
