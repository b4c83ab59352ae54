# SPDX-License-Identifier: Apache-2.0
"""python3 -m second_opinion PORT: serves AWS by moto on localhost."""
import sys

from moto.server import main

from second_opinion import engine, resources

engine.install()
resources.install()
main(["-H", "127.0.0.1", "-p", sys.argv[1]])
