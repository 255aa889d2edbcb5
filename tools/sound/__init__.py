"""Every sound and every bar of music of the game, computed from numbers: no recording, no sample, no download.

`python -m tools.sound` rebuilds assets/sounds, assets/music and docs/sound.md. The numbers are the same on every
run (each sound seeds its own generator from its name); the bytes of the OGG files may differ between versions of
libvorbis.
"""
