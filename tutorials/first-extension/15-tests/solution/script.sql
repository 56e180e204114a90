select tests.test_centuries();
