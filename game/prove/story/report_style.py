"""The look of the page of the story, beyond what all pages share."""

from game.prove.style import BASE

CSS = BASE + """
body{max-width:1320px}h1 .stamp{vertical-align:middle;margin-left:14px;font-size:16px}
@page{margin:12mm}@page chart{size:A3 landscape;margin:10mm}
.ends{display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:14px;margin:0 0 26px;padding:0;
list-style:none}
.ends li{background:var(--raised);border:1px solid var(--line);border-radius:10px;padding:14px 16px}
.ends b{font:600 18px Georgia,"Noto Serif",serif}.ends p{margin:4px 0 8px;font-size:14px;color:var(--soft)}
pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font:12.5px/1.45 ui-monospace,"DejaVu Sans Mono",monospace}
pre.typed{background:#060912;color:#d9e8ee;border-radius:6px;padding:9px 11px;user-select:all}
.plain{list-style:none;margin:0 0 22px;padding:0;font-size:14.5px}.plain li{padding:3px 0}
.plain svg{width:14px;height:14px;vertical-align:-2px;margin-right:8px;overflow:visible}
details{margin:0 0 18px;font-size:14px}summary{cursor:pointer;color:var(--soft)}
figure{margin:0 0 30px}figure h3{margin:0 0 6px}.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:10px;
background:#0d1427}
.chart{display:block;width:100%;height:auto}
.chart text{font-family:"Noto Sans","Segoe UI",system-ui,sans-serif;fill:var(--text)}
.chart .name{font-size:13px;font-weight:600}.chart .small{font-size:11px;fill:var(--soft)}
.box{fill:var(--raised);stroke:var(--line);stroke-width:1.5}.box+rect{fill:none;stroke:var(--line)}
.safe .box{stroke:var(--good)}.open .box{stroke:var(--lamp);stroke-dasharray:7 4;stroke-width:2}
.never .box{stroke:var(--soft);stroke-dasharray:2 4;stroke-width:2}.never .name{text-decoration:line-through}
.fault .box{stroke:var(--bad);stroke-width:3;fill:url(#hatch)}
.hatch{stroke:var(--bad);stroke-width:1;stroke-opacity:.45}
.sign{fill:none;stroke:var(--soft);stroke-width:2}.safe .sign{stroke:var(--good)}.safe .full{fill:var(--good)}
.open .sign{stroke:var(--lamp)}.open .full{fill:var(--lamp)}.cross.sign{stroke:var(--bad);stroke-width:3}
.elsewhere rect{fill:none;stroke:var(--soft);stroke-opacity:.6;stroke-dasharray:4 4}
.elsewhere .name{font-weight:400;fill:var(--soft)}
.ending rect{fill:var(--scarf);stroke:none}.chart .ending .name{fill:#fff}
.group{fill:none;stroke:var(--line)}
.hit{fill:none;stroke:#000;stroke-opacity:0;stroke-width:12}
.drawn{fill:none;stroke:#7f95bd;stroke-width:1.3}.way .drawn{stroke:#c9a26a}.call .drawn{stroke-dasharray:1.5 4;
stroke-linecap:round;stroke-width:2}.due .drawn{stroke-dasharray:9 3 2 3}.end .drawn{stroke:var(--rose);stroke-width:2}
.untaken .drawn{stroke:var(--bad);stroke-width:2;stroke-dasharray:6 5}
.line:hover .drawn{stroke:var(--text);stroke-width:2.6}.node:hover .box{stroke:var(--text)}
.head{fill:#7f95bd}.head.untaken{fill:var(--bad)}
.chart .cross{font-size:19px;font-weight:700;fill:var(--bad);text-anchor:middle}
.chart text.never{font-size:11px;font-weight:700;fill:var(--bad);text-anchor:middle}
.chart .part{font-size:11px;fill:var(--lamp);text-anchor:middle}
.legend{display:flex;flex-wrap:wrap;gap:8px 26px;margin:0 0 20px;padding:0;list-style:none;font-size:14px;
color:var(--soft)}
.legend svg{vertical-align:middle;margin-right:8px;overflow:visible}.legend b{color:var(--text);font-weight:600}
@media print{.scroll{background:none;border:0;overflow:visible}.scroll .chart{min-width:0!important;max-height:228mm}
.chapter{page:chart}.chapter>h2,.chapter>p{break-after:avoid}details{display:none}pre.typed{background:#f0f0ec;color:#111}
.drawn{stroke:#557}.way .drawn{stroke:#8a6324}.head{fill:#557}}
"""
