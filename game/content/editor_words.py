"""What an editor says of a step when the mouse rests on it; docs/writing.md shows each at work."""

SAYS = {
    # about
    "go": "Lead on to a node, for good.",
    "call": "Play a node and come back here at its `back`.",
    "back": "Return to where this was called from, or to the room.",
    "end": "The journey ends with this ending of world.yaml.",
    "visit": "Put her on a map, at the entry `from`, until one of the `ways` leads to another room or an end.",
    # forks
    "if": "`then` if the condition holds, else `else` (which may be left out).",
    "chance": "`then` so many times in 100, else `else`.",
    "choose": "Ask the player. Beside it: `else` if nothing can be chosen, `also` choices of other nodes, `time` in "
              "seconds.",
    "vary": "Play one of its items: `how` is shuffle, cycle, once or last.",
    "deck": "Call the best, or any, of the nodes of a chapter that begin with `card`.",
    "card": "The first step of a node that a `deck` may call.",
    # changes
    "set": "Set facts, or add to a number with +1 and -1.",
    "give": "Add so many to numbers.",
    "take": "Take so many from numbers.",
    "learn": "Open an entry of codex.yaml.",
    "time": "Let tale time pass: +20m, +2h, +1d.",
    "later": "Something that comes back: `in: 40s` is played time in this room, `in: 2d` is tale time.",
    # people
    "bark": "A line that stops nobody: it is shown on the map.",
    "bribe": "Offer something for a favour. `accepted` and `betrayed` must begin with the same words.",
    "phone": "A call: every card takes seconds, and somebody listens.",
    "papers": "Somebody looks at her papers and asks; answers are right, doubt or wrong.",
    # on the map
    "move": "Somebody (`she` or a person of the map) goes to a place.",
    "face": "Somebody turns toward a place or a person.",
    "open": "Open a door of the map.",
    "close": "Close a door of the map.",
    "calm": "A watcher (or `everyone`) forgets and walks back.",
    "alert": "A watcher (or `everyone`) begins to search where she is.",
    "pass": "A watcher looks away `for` so many seconds.",
    "send": "A watcher walks to a place, looks, and goes back; anybody else stays there.",
    # seen and heard
    "together": "Stage directions that begin at once.",
    "wait": "So many seconds pass.",
    "camera": "Look at a place of the map; `to: her` returns.",
    "fade": "To black, or clear again.",
    "picture": "Show a picture with `alt` words for those who do not see it; `picture: none` takes it away.",
    "sound": "Play a sound, with a `caption` for those who do not hear it.",
    "music": "Change the music; `none` is silence.",
    "shake": "Shake the view, if the player allows it.",
    "title": "A card of words: chapter, place, date.",
}
