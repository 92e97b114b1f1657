"""Taking the open scenario along as a workbook or another file, and seeing what came back before it is taken over."""
