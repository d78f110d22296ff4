"""A small network written for the tests, as a GTFS file: C3, 7 and the metro A near Lyon."""

import zipfile
from pathlib import Path

VAULX, PART_DIEU, GERLAND = (45.7790, 4.9210), (45.7605, 4.8590), (45.7290, 4.8330)

AGENCY = "agency_id,agency_name,agency_url,agency_timezone\n1,Réseau d’essai,http://example.org,Europe/Paris\n"
STOPS = """stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station
vaulx,Hôtel de Ville,45.7785,4.9205,0,
vaulx2,Hôtel de Ville,45.7788,4.9209,0,
grappiniere,Grappinière,45.7750,4.9100,0,
gare,Part-Dieu,45.7600,4.8600,1,
gare-c3,Part-Dieu quai C,45.7602,4.8598,0,gare
gare-7,Part-Dieu quai 7,45.7607,4.8603,0,gare
gerland,Gerland,45.7285,4.8335,0,
"""
ROUTES = "route_id,route_short_name,route_long_name,route_type\nc3,C3,,3\n7,7,,3\na,A,Métro,1\n"
CALENDAR = (
    "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
    "week,1,1,1,1,1,0,0,20261101,20261231\nsunday,0,0,0,0,0,0,1,20261101,20261231\n"
)
DATES = "service_id,date,exception_type\nweek,20261111,2\nsunday,20261111,1\n"
TRIPS = """route_id,service_id,trip_id
c3,week,out1
c3,week,out2
c3,week,back1
c3,week,night
c3,sunday,out-sunday
7,week,south
7,week,north
"""
TIMES = """trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type
out1,6:30:00,6:30:00,vaulx,1,0
out1,6:36:00,6:36:00,grappiniere,2,0
out1,6:50:00,6:52:00,gare-c3,3,0
out2,7:30:00,7:30:00,vaulx,1,0
out2,7:36:00,7:36:00,grappiniere,2,0
out2,7:50:00,7:52:00,gare-c3,3,0
back1,20:40:00,20:40:00,gare-c3,10,0
back1,21:00:00,21:00:00,vaulx2,20,0
night,25:10:00,25:10:00,gare-c3,10,0
night,25:30:00,25:30:00,vaulx2,20,0
out-sunday,7:00:00,7:00:00,vaulx,1,0
out-sunday,7:20:00,7:20:00,gare-c3,2,0
south,8:00:00,8:00:00,gare-7,1,0
south,8:15:00,8:15:00,gerland,2,0
north,18:00:00,18:00:00,gerland,1,0
north,18:15:00,18:15:00,gare-7,2,0
"""
TABLES = {
    "agency.txt": AGENCY,
    "stops.txt": STOPS,
    "routes.txt": ROUTES,
    "calendar.txt": CALENDAR,
    "calendar_dates.txt": DATES,
    "trips.txt": TRIPS,
    "stop_times.txt": TIMES,
}


def write(path: Path, **changes: str | None) -> Path:
    """Write the network; a table named without .txt is changed, or left out when None."""
    tables = TABLES | {f"{name}.txt": text for name, text in changes.items()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in tables.items():
            if text is not None:
                archive.writestr(name, text)
    return path
