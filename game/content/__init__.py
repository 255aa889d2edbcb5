"""From files to the models of story and sim, with every fault reported at its place."""
