"""Six kinds of face, tuned by hand. Everybody portrayed is one of them with a few numbers changed: no two the same,
and none made by chance.
"""

from __future__ import annotations

from tools.art.portraits_face import Face

OVAL = Face(
    width=0.93, jaw=0.83, chin=0.140, chin_low=-0.03, cheek=0.96, gaunt=0.42, nose=0.94, nose_wide=0.92, lips=1.04,
    mouth=0.95, ridge=0.72, neck=0.27, eye=1.08, tilt=0.014,
)  # fmt: skip
"""Narrow below, a fine nose."""
ROUND = Face(
    width=1.0, jaw=0.90, chin=0.142, chin_low=-0.07, cheek=1.08, nose=0.86, nose_wide=1.06, bridge=0.70, lips=1.0,
    mouth=0.92, mouth_low=-0.012, apart=0.012, ridge=0.72, neck=0.28, eye=1.06, tilt=0.012,
)  # fmt: skip
"""Short and soft, the eyes wide apart."""
LONG = Face(
    width=0.915, jaw=0.86, chin=0.146, chin_low=0.045, cheek=0.96, gaunt=0.50, nose=1.10, nose_wide=0.92, bridge=1.30,
    lips=0.82, mouth=0.94, mouth_low=0.020, apart=-0.008, ridge=0.95, neck=0.29, tilt=0.008,
)  # fmt: skip
"""High and spare, the nose its longest line."""
SQUARE = Face(
    width=0.99, jaw=1.10, chin=0.170, chin_low=0.01, cheek=0.98, nose=1.02, nose_wide=1.08, bridge=1.10, lips=0.86,
    mouth=1.06, mouth_low=0.006, ridge=1.08, neck=0.37, eye=0.97, tilt=0.004,
)  # fmt: skip
"""All jaw."""
BROAD = Face(
    width=1.05, jaw=1.03, chin=0.158, chin_low=-0.03, cheek=1.20, nose=0.92, nose_wide=1.22, bridge=0.70, lips=0.95,
    mouth=1.06, mouth_low=-0.004, apart=0.018, ridge=0.90, neck=0.36, eye=0.96, tilt=0.010,
)  # fmt: skip
"""Cheekbones first: of the steppe and the wind."""
SPARE = Face(
    width=0.97, jaw=0.90, chin=0.142, chin_low=0.015, cheek=1.14, gaunt=0.60, nose=1.0, nose_wide=1.06, bridge=0.95,
    lips=0.74, mouth=1.0, mouth_low=0.010, apart=0.004, ridge=0.92, neck=0.27, eye=0.97, tilt=-0.004,
)  # fmt: skip
"""Bone under skin: work, and years with too little."""
