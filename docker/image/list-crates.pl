# From `cargo metadata` of the catalogue, and the file that usable-features.pl has made, to the list of what a session
# offers: name, version, features. Usage: list-crates.pl USABLE_FEATURES
use strict;
use warnings;
use JSON::PP;

my $metadata = decode_json(do { local $/; <STDIN> });
my $usable = decode_json(do { local $/; <> });
my %package = map { $_->{id} => $_ } @{ $metadata->{packages} };
my %listed;
for my $node (@{ $metadata->{resolve}{nodes} }) {
    my $line = $package{ $node->{id} };
    next unless $line->{name} =~ /^line-\d+$/;
    my ($wish) = grep { $_->{name} ne 'pgrx' } @{ $line->{dependencies} };
    for my $dependency (@{ $node->{deps} }) {
        my $crate = $package{ $dependency->{pkg} };
        next unless $crate->{name} eq $wish->{name};
        my $features = $usable->{"$crate->{name} $crate->{version}"} // [];
        $listed{ $crate->{id} } = { name => $crate->{name}, version => $crate->{version}, features => $features };
    }
}
# pgrx's own are the starter's.
for my $crate (@{ $metadata->{packages} }) {
    next unless $crate->{name} =~ /^pgrx(-bench|-tests)?$/;
    $listed{ $crate->{id} } = { name => $crate->{name}, version => $crate->{version}, features => [] };
}
my @crates = sort { $a->{name} cmp $b->{name} || $a->{version} cmp $b->{version} } values %listed;
print JSON::PP->new->canonical->encode(\@crates), "\n";
