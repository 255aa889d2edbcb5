"""The look of the page of rooms, beyond what all pages share."""

from game.prove.style import BASE

CSS = BASE + """
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
.key.way{background:#ef8ba0;height:4px}
.key.round{border-top:2px dashed #f2e9d0;height:0;border-radius:0}
.key.cool{background:#8b60be}.key.warm{background:#e0a042}.key.hot{background:#dc4238}
.key.other{height:0;border-top:3px dashed #f5c3cd;border-radius:0}
.key.narrow{width:14px;height:14px;border-radius:50%;border:2px solid var(--lamp)}
.key.exit{background:#8fc09a33;border:2px solid var(--good)}
.kind{display:inline-block;min-width:62px}.kind.sneak{color:#ef8ba0}.kind.pay{color:var(--lamp)}
.kind.talk{color:#9cc4e4}.kind.trick{color:#c4a8e0}
.tour{list-style:none;padding:0;margin:0 0 22px;display:flex;flex-wrap:wrap;gap:6px 8px;font-size:13.5px}
.tour li{background:var(--raised);border-radius:6px;padding:3px 10px;color:var(--soft)}
.tour b{color:var(--text);font-weight:500;margin-right:4px}.tour i{color:var(--bad);font-style:normal}
.halo.other{stroke-width:6;stroke-opacity:.5}
@media print{.picture svg{--text:#d9e8ee;--soft:#a9c2d6;--good:#8fc09a;--lamp:#e0b060}.level{display:none}}
"""
