"""Dutch content as data: questions, steps, periods, deadlines, sections of the vision, bodies."""
