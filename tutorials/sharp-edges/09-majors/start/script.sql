select fresh_id();
