select tests.test_leap();
