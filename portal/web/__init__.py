"""HTTP only: read the request, call one room, render. The public and the intake room do not know each other."""
