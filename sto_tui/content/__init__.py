"""Dutch content as data: questions, steps, periods, deadlines, sections, legend, bodies."""
