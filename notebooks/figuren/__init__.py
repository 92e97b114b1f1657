"""The three figures of `verhaal.ipynb`, and tables as a notebook shows them.

A figure is drawn from result files as frames (`model.io.frames`); everything that its title and marks say is computed
from them. Amounts are in € mln, constant prices. Colours (Okabe and Ito) can be told apart by colour-blind readers;
hatching and markers say the same a second time.
"""

from figuren.afgrond import afgrond
from figuren.cijfers import in_mln
from figuren.opmaak import toon
from figuren.rekening import rekening
from figuren.tabellen import opsomming, per_partij, tabel
from figuren.verdringing import verdringing

__all__ = ["afgrond", "in_mln", "opsomming", "per_partij", "rekening", "tabel", "toon", "verdringing"]
