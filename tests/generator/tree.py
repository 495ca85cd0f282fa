"""A generated program as a tree that can be printed, and cut down while a difference lasts."""


class Node:
    """A statement or a link of a promise chain: text, and lists of nodes between the text."""

    def __init__(self, *parts):
        self.parts = list(parts)

    def lists(self):
        return [part for part in self.parts if isinstance(part, list)]


def render(nodes, indent=0):
    return "".join(render_node(node, indent) for node in nodes)


def render_node(node, indent):
    pad = "  " * indent
    text = pad
    for part in node.parts:
        if isinstance(part, str):
            text += part if text.endswith(pad) or not text.endswith("\n") else pad + part
        elif part:
            text = text.rstrip("\n") + "\n" + render(part, indent + 1)
    return text.rstrip("\n") + "\n"


def all_lists(nodes):
    """Every list of nodes in the tree, outermost first."""
    found = [nodes]
    for node in nodes:
        for inner in node.lists():
            found += all_lists(inner)
    return found


def minimise(nodes, still_interesting, attempts):
    """Removes nodes in place as long as `still_interesting()` holds; at most `attempts` questions."""
    shrunk = True
    while shrunk:
        shrunk = False
        for items in all_lists(nodes):
            position = 0
            while position < len(items):
                if attempts == 0:
                    return
                attempts -= 1
                removed = items.pop(position)
                if still_interesting():
                    shrunk = True
                else:
                    items.insert(position, removed)
                    position += 1
