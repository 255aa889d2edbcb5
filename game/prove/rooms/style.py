"""The look of the report: the night river's ink and snow, the rose of her scarf, the gold of a lamp."""

CSS = """
:root{--ink:#0a0f1d;--raised:#131c35;--line:#293c64;--text:#d9e8ee;--soft:#a9c2d6;--scarf:#ad4f66;--rose:#dfa9a4;
--lamp:#e0b060;--bad:#e0705c;--good:#8fc09a}
*{box-sizing:border-box}
html{background:var(--ink);color:var(--text);font:16px/1.5 "Noto Sans","Segoe UI",system-ui,sans-serif;
scroll-behavior:smooth}
body{margin:0 auto;max-width:1180px;padding:40px 24px 60px}
h1{font:600 44px/1.1 Georgia,"Noto Serif",serif;margin:0 0 12px}
h2{font:600 30px/1.2 Georgia,"Noto Serif",serif;margin:0 0 4px;display:flex;align-items:center;gap:16px}
.lead{max-width:46em;color:var(--soft);margin:0 0 10px}
.sum{font-size:20px;margin:0 0 22px}.sum b{color:var(--lamp)}
.small{color:var(--soft);font-size:14px;margin:0 0 14px}
code{color:var(--rose)}a{color:var(--text);text-decoration-color:var(--scarf);text-underline-offset:3px}
section{border-top:1px solid var(--line);margin-top:56px;padding-top:28px}
input[type=radio]{position:absolute;opacity:0}
.level{display:inline-flex;border:1px solid var(--line);border-radius:8px;overflow:hidden;margin-bottom:14px}
.level label{padding:6px 18px;cursor:pointer;font-size:14px;color:var(--soft)}
.level label+label{border-left:1px solid var(--line)}.level label:hover{color:var(--text)}
input:focus-visible~.level{outline:2px solid var(--lamp)}
.picture{margin:0 0 22px;background:var(--raised);border:1px solid var(--line);border-radius:10px;overflow:hidden}
svg{display:block;width:100%;height:auto;background:#060912}
svg .at{visibility:hidden;opacity:0;transition:opacity .2s}
.heat{image-rendering:pixelated;opacity:.62}
svg text{font:600 13px "Noto Sans",system-ui,sans-serif;paint-order:stroke;stroke:#060912;stroke-width:4px;
stroke-linejoin:round;fill:var(--text)}
.halo{fill:none;stroke:#060912;stroke-width:9;stroke-opacity:.65;stroke-linejoin:round;stroke-linecap:round}
.way{fill:none;stroke:#ef8ba0;stroke-width:4;stroke-linejoin:round;stroke-linecap:round}
svg text.time{fill:#ffd9df;font-size:12px}circle.time{fill:#fff}
.way.other{stroke:#f5c3cd;stroke-width:2.5;stroke-dasharray:7 5}
.round{fill:none;stroke:#f2e9d0;stroke-width:1.2;stroke-dasharray:4 4;stroke-opacity:.55}
.post{fill:#f2e9d0;stroke:#060912;stroke-width:1.5}svg text.who{fill:#f2e9d0;font-weight:500;font-size:12px}
rect.exit{fill:#8fc09a33;stroke:var(--good);stroke-width:2}svg text.exit{fill:#b6e0bf}
rect.retreat{fill:none;stroke:var(--soft);stroke-width:1.5;stroke-dasharray:3 4}svg text.retreat{fill:var(--soft)}
circle.entry{fill:#ef8ba0;stroke:#fff;stroke-width:2}svg text.entry{fill:#ffd9df}
circle.narrow{fill:none;stroke:var(--lamp);stroke-width:2.5}svg text.narrow{fill:#ffdf9e}
figcaption{display:flex;flex-wrap:wrap;align-items:center;gap:6px 10px;padding:10px 14px;font-size:13px;
color:var(--soft)}
.key{display:inline-block;width:20px;height:10px;border-radius:3px;margin-left:12px}.key:first-child{margin-left:0}
.key.way{background:#ef8ba0;height:4px}.key.way.other{stroke:#f5c3cd;stroke-width:2.5;stroke-dasharray:7 5}
.round{border-top:2px dashed #f2e9d0;height:0;border-radius:0}
.key.cool{background:#8b60be}.key.warm{background:#e0a042}.key.hot{background:#dc4238}
.key.other{height:0;border-top:3px dashed #f5c3cd;border-radius:0}
.key.narrow{width:14px;height:14px;border-radius:50%;border:2px solid var(--lamp)}
.key.exit{background:#8fc09a33;border:2px solid var(--good)}
table{border-collapse:collapse;width:100%;margin:0 0 22px;font-size:14px}
caption{text-align:left;font:600 17px Georgia,"Noto Serif",serif;padding:0 0 6px}
th,td{text-align:left;padding:7px 12px;border-bottom:1px solid #1c2a4b;vertical-align:top}
thead th{color:var(--soft);font-weight:500;font-size:12.5px;border-bottom-color:var(--line)}
tbody th{font-weight:600;white-space:nowrap}.none{color:var(--bad)}
.all{font-size:15px}.all td,.all th{padding:9px 12px}
.stamp{font:600 13px "Noto Sans",system-ui,sans-serif;padding:2px 12px;border-radius:99px;border:1.5px solid;
white-space:nowrap}
.stamp.proof{color:var(--good)}.stamp.fault{color:var(--bad)}.stamp.open{color:var(--lamp)}
.kind{display:inline-block;min-width:62px}.kind.sneak{color:#ef8ba0}.kind.pay{color:var(--lamp)}
.kind.talk{color:#9cc4e4}.kind.trick{color:#c4a8e0}
.problems{list-style:none;padding:0;margin:0}.problems li{padding:10px 14px;border-left:3px solid var(--lamp);
background:var(--raised);margin-bottom:8px;font-size:14.5px}.problems li.error{border-color:var(--bad)}
h3{font:600 17px Georgia,"Noto Serif",serif;margin:0 0 8px}
.tour{list-style:none;padding:0;margin:0 0 22px;display:flex;flex-wrap:wrap;gap:6px 8px;font-size:13.5px}
.tour li{background:var(--raised);border-radius:6px;padding:3px 10px;color:var(--soft)}
.tour b{color:var(--text);font-weight:500;margin-right:4px}.tour i{color:var(--bad);font-style:normal}
.halo.other{stroke-width:6;stroke-opacity:.5}
footer{border-top:1px solid var(--line);margin-top:56px;padding-top:18px;color:var(--soft);font-size:14px;
max-width:52em}
@media print{html{background:#fff;color:#111}}
"""
