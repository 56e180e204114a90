select merge_patch('{"a": 1, "b": {"c": 2, "d": 3}}', '{"a": null, "b": {"d": 4}, "e": [5]}');

select bill('{"customer": "Ada", "items": [{"price": 2.5, "count": 4}, {"price": 1}]}');
select bill('{"customer": "Bob", "items": [{"count": 4}]}');

select * from leaves('{"name": "pgrx", "tags": ["rust", "postgres"], "size": {"kb": 12}}');
