select primes(100);
