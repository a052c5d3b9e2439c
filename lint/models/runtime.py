"""onnxruntime, which runs the models, without the reports that it would send of its own use."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

_NO_TELEMETRY = "ORT_DISABLE_TELEMETRY"


def session(graph: Path, *, arena: bool = True) -> Any:
    """An inference session of a graph on one thread, so that a sentence reads the same on every run.

    Without an `arena` memory is given back after each run, which takes longer.

    Since 1.29 onnxruntime sends telemetry unless this variable stands before it is loaded. Copydesk sends nothing anywhere.
    """
    os.environ[_NO_TELEMETRY] = "1"
    import onnxruntime  # takes a tenth of a second, and most drafts' rules do without

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = arena
    return onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
