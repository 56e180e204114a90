select full_name('Grace', 'Brewster', 'Hopper'), full_name('Ada', null, 'Lovelace'), full_name(null, 'B', 'C');
