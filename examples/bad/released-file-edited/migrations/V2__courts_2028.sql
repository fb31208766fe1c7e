create table court_reservation_2028 partition of court_reservation for values from ('2028-01-01') to ('2029-01-01');
