"""Small maps as a mapper's file has them."""

from pathlib import Path

MAPS = Path(__file__).resolve().parents[2] / "maps"


def a_map(objects="", properties="", width=4, height=3, ground=None, more="", head="", size=16):
    """The text of a small map of powder snow, with an entry at 0,0."""
    rows = ground or ",\n".join(",".join(["1"] * width) for _ in range(height))
    return f"""<?xml version="1.0" encoding="UTF-8"?>{head}
<map version="1.10" orientation="orthogonal" width="{width}" height="{height}"
     tilewidth="{size}" tileheight="{size}" infinite="0">
 <properties>{properties}</properties>
 <tileset firstgid="1" source="terrain.tsx"/>
 <tileset firstgid="81" source="marks.tsx"/>
 <layer id="1" name="ground" width="{width}" height="{height}"><data encoding="csv">{rows}</data></layer>{more}
 <objectgroup id="5" name="objects">
  <object id="1" name="in" class="entry" x="8" y="8"><point/></object>
  {objects}
 </objectgroup>
</map>"""


def watcher(**properties):
    held = "".join(f'<property name="{k}" value="{v}"/>' for k, v in properties.items())
    return f'<object id="9" name="kim" class="watcher" x="24" y="24"><properties>{held}</properties><point/></object>'


def an_area(**properties):
    """The area "yard": the two middle columns of the upper two rows."""
    held = "".join(f'<property name="{k}" value="{v}"/>' for k, v in properties.items())
    return ('<object id="3" name="yard" class="area" x="16" y="0" width="32" height="32">'
            f"<properties>{held}</properties></object>")


def of_the_map(**properties):
    """Properties of the map itself."""
    return "".join(f'<property name="{k}" value="{v}"/>' for k, v in properties.items())
