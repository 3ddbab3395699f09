"""Half-sent requests block nobody, and no body is written to a plain file."""

import http.client
import socket

import pytest

HALF = b"POST /en/report HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\nstory="


@pytest.fixture
def half_sent(running):
    sockets = [socket.create_connection(("127.0.0.1", running.port)) for _ in range(200)]
    for one in sockets:
        one.sendall(HALF)
    yield sockets
    for one in sockets:
        one.close()


@pytest.mark.usefixtures("half_sent")
def test_two_hundred_half_sent_reports_leave_the_form_to_others(running):
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=5)
    connection.request("GET", "/en/report")
    answer = connection.getresponse()
    answer.read()
    connection.close()

    assert 200 == answer.status
