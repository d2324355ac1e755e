"""Files in and out: directories, calendars, agendas, packs. What comes in may hold anything."""
