from game.sim.world import Level
from game.ui import memory, seen, settings
from game.ui.storage import Memory


def test_second_winter_opens_after_a_first_ending():
    shelf = Memory()
    assert Level.SECOND not in memory.levels(shelf)
    memory.reached(shelf, "bridge")
    memory.reached(shelf, "home")
    assert memory.endings(shelf) == {"bridge", "home"}
    assert memory.levels(shelf)[-1] is Level.SECOND


def test_a_journey_in_second_winter_keeps_its_level_on_the_list():
    assert Level.SECOND in memory.levels(Memory(), Level.SECOND)


def test_a_memory_that_cannot_be_read_is_an_empty_one():
    shelf = Memory()
    for broken in ("{", "[" * 100_000, "[]", '{"endings": 5}', '{"other": []}'):
        shelf.write(memory.NAME, broken)
        assert memory.endings(shelf) == frozenset()
        memory.reached(shelf, "home")
        assert memory.endings(shelf) == {"home"}


def test_files_of_brackets_without_end_do_not_stop_the_start():
    shelf = Memory()
    for name in (settings.SETTINGS, seen.NAME, memory.NAME):
        shelf.write(name, "[" * 100_000)
    assert settings.load(shelf) == settings.Settings()
    assert not seen.Seen(shelf).has("any.1")
    assert memory.endings(shelf) == frozenset()
