#!/usr/bin/env python3
# ruff: noqa: ANN001, ANN201, RUF005, UP024, UP031
"""Play or test on a fresh machine: `python3 run.py`, `python3 run.py test`, `python3 run.py --help`.

Standard library only, and written so that an old Python can still read it and say what is missing.
Makes `.venv` beside this file, installs the game into it once, then starts the game or its tests there.
"""

import hashlib
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
READY = os.path.join(VENV, ".ready")
OLDEST = (3, 11)
WINDOWS = os.name == "nt"
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if WINDOWS else ("bin", "python")))


def say(words):
    """Tell the player something without touching what the game prints."""
    sys.stderr.write(words + "\n")
    sys.stderr.flush()


def quiet(command):
    """Run a command, its output kept back; (exit code, output)."""
    try:
        done = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        output = done.communicate()[0]
    except OSError as fault:
        return 1, str(fault)
    return done.returncode, output.decode("utf-8", "replace")


def newer_python():
    """The path of a Python that is new enough, or ""."""
    names = ["python3.%d" % minor for minor in range(20, OLDEST[1] - 1, -1)] + ["python3", "python"]
    folders = [folder for folder in os.environ.get("PATH", "").split(os.pathsep) if folder]
    versions = os.path.join(os.environ.get("PYENV_ROOT", os.path.join(os.path.expanduser("~"), ".pyenv")), "versions")
    if os.path.isdir(versions):
        folders += [os.path.join(versions, name, "bin") for name in sorted(os.listdir(versions), reverse=True)]
    ask = "import sys; sys.stdout.write(sys.executable if sys.version_info >= (%d, %d) else '')" % OLDEST
    for name in names:
        for folder in folders:
            path = os.path.join(folder, name + (".exe" if WINDOWS else ""))
            if os.path.isfile(path):
                code, answer = quiet([path, "-c", ask])
                if code == 0 and answer:
                    return answer
    return ""


def fingerprint():
    """What the installed copy depends on: the project file, this interpreter, where the folder is."""
    with open(os.path.join(ROOT, "pyproject.toml"), "rb") as file:
        parts = [file.read()]
    parts += [word.encode("utf-8") for word in (sys.version, os.path.realpath(sys.executable), ROOT)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_ready(wanted):
    """Whether .venv was finished for exactly this project, interpreter and folder."""
    try:
        with open(READY) as file:
            return file.read() == wanted and os.path.exists(PYTHON)
    except (IOError, OSError):
        return False


def make_venv():
    """Make .venv; the command that installs into it, or [] when this machine lacks every way to."""
    code, output = quiet([sys.executable, "-m", "venv", "--clear", VENV])
    if code == 0:
        return [PYTHON, "-m", "pip", "install"]
    bare, _ = quiet([sys.executable, "-m", "venv", "--clear", "--without-pip", VENV])
    if bare == 0 and quiet([sys.executable, "-m", "pip", "--version"])[0] == 0:
        return [sys.executable, "-m", "pip", "--python", PYTHON, "install"]
    if quiet(["uv", "venv", "--clear", "--python", sys.executable, VENV])[0] == 0:
        return ["uv", "pip", "install", "--python", PYTHON]
    say("Cannot make the folder %s." % VENV)
    say("On Debian and Ubuntu this installs what is missing: sudo apt install python3-venv")
    say(output.strip())
    return []


def set_up(wanted):
    """Install the game and what it needs into .venv. True if it worked."""
    say("Setting up in %s (once; needs the network, takes some seconds) ..." % VENV)
    install = make_venv()
    if not install:
        return False
    code, output = quiet(install + ["--quiet", "--editable", ROOT + "[test]"])
    if code != 0:
        say("Could not install what the game needs (is there a network?). The installer said:")
        say("\n".join(output.strip().splitlines()[-12:]))
        return False
    with open(READY, "w") as file:
        file.write(wanted)
    return True


def start(command, folder):
    """Hand over to `command`, run in `folder`; its exit code."""
    os.chdir(folder)
    if not WINDOWS:
        os.execv(command[0], command)
    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return 130


def shown(path):
    """The path as somebody would type it where the player stands."""
    near = os.path.relpath(path) if os.path.splitdrive(path)[0] == os.path.splitdrive(os.getcwd())[0] else path
    return near if len(near) < len(path) and " " not in near else '"%s"' % path if " " in path else path


def main(arguments):
    """Set up if need be, then play or test. Exit code 2: something is missing, and it said what."""
    if sys.version_info < OLDEST:
        better = newer_python()
        if not better:
            say("The Winter Road needs Python %d.%d or newer; this is %s." % (OLDEST + (sys.version.split()[0],)))
            say("Get one from https://www.python.org/downloads/ and start this again.")
            return 2
        return start([better, os.path.join(ROOT, "run.py")] + arguments, os.getcwd())
    wanted = fingerprint()
    if not is_ready(wanted) and not set_up(wanted):
        return 2
    if arguments[:1] == ["test"]:
        # all of them on all processors; whoever picks some has them at once in one
        return start([PYTHON, "-m", "pytest"] + (arguments[1:] or ["-n", "auto", "--maxprocesses", "8"]), ROOT)
    os.environ["WINTER_ROAD_CALLED"] = ("py " if WINDOWS else "python3 ") + shown(os.path.join(ROOT, "run.py"))
    # -P: a folder called game where the player stands must not be taken for ours
    return start([PYTHON, "-P", "-m", "game"] + arguments, os.getcwd())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
