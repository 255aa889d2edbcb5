"""The look of the pages that `prove` writes: the night river's ink and snow, the rose of her scarf, the gold of a lamp.

Printed, they are ink on paper.
"""

BASE = """
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
figcaption{display:flex;flex-wrap:wrap;align-items:center;gap:6px 10px;padding:10px 14px;font-size:13px;
color:var(--soft)}
.key{display:inline-block;width:20px;height:10px;border-radius:3px;margin-left:12px}.key:first-child{margin-left:0}
table{border-collapse:collapse;width:100%;margin:0 0 22px;font-size:14px}
caption{text-align:left;font:600 17px Georgia,"Noto Serif",serif;padding:0 0 6px}
th,td{text-align:left;padding:7px 12px;border-bottom:1px solid #1c2a4b;vertical-align:top}
thead th{color:var(--soft);font-weight:500;font-size:12.5px;border-bottom-color:var(--line)}
tbody th{font-weight:600;white-space:nowrap}.none{color:var(--bad)}
.all{font-size:15px}.all td,.all th{padding:9px 12px}
.stamp{font:600 13px "Noto Sans",system-ui,sans-serif;padding:2px 12px;border-radius:99px;border:1.5px solid;
white-space:nowrap}
.stamp.proof{color:var(--good)}.stamp.fault{color:var(--bad)}.stamp.open{color:var(--lamp)}
.problems{list-style:none;padding:0;margin:0}.problems li{padding:10px 14px;border-left:3px solid var(--lamp);
background:var(--raised);margin-bottom:8px;font-size:14.5px}.problems li.error{border-color:var(--bad)}
h3{font:600 17px Georgia,"Noto Serif",serif;margin:0 0 8px}
footer{border-top:1px solid var(--line);margin-top:56px;padding-top:18px;color:var(--soft);font-size:14px;
max-width:52em}
@media print{:root{--ink:#fff;--raised:#f4f4f1;--line:#99a;--text:#111;--soft:#445;--rose:#7a2438;--lamp:#7a5208;
--bad:#a02818;--good:#1f5c34}
body{max-width:none;padding:0 2px}h1{font-size:30px}h2{font-size:22px}
section{margin-top:24px;padding-top:12px;break-before:auto}figure,tr,li,pre{break-inside:avoid}
h2,h3,caption{break-after:avoid}th,td{border-bottom-color:#ccd;padding:4px 8px}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
"""
