"""One lane's net, laid out in its room and painted."""
