# The features that a project can ask of each crate of crates.txt: those for which cargo finds every crate they need.
# From `cargo metadata` of the catalogue to {"NAME VERSION": [FEATURE, …]}. Cargo itself is asked, all features of a crate
# at once and, where it refuses, one by one.
use strict;
use warnings;
use File::Path qw(make_path);
use JSON::PP;

my $metadata = decode_json(do { local $/; <STDIN> });
my %package = map { $_->{id} => $_ } @{ $metadata->{packages} };
my $project = '/tmp/usable-features';
make_path("$project/src");
spill("$project/src/lib.rs", '');

my %usable;
for my $node (@{ $metadata->{resolve}{nodes} }) {
    my $line = $package{ $node->{id} };
    next unless $line->{name} =~ /^line-\d+$/;
    my ($wish) = grep { $_->{name} ne 'pgrx' } @{ $line->{dependencies} };
    for my $dependency (@{ $node->{deps} }) {
        my $crate = $package{ $dependency->{pkg} };
        next if $crate->{name} ne $wish->{name} || $usable{"$crate->{name} $crate->{version}"};
        # Those with an underscore are said to be nobody's business.
        my @features = grep { !/^_/ } sort keys %{ $crate->{features} };
        my @resolved = resolves($crate, @features) ? @features : grep { resolves($crate, $_) } @features;
        # A crate that doesn't name its default features has none, which can be had.
        unshift @resolved, 'default' unless exists $crate->{features}{default};
        $usable{"$crate->{name} $crate->{version}"} = \@resolved;
    }
}
print JSON::PP->new->canonical->encode(\%usable), "\n";

sub resolves {
    my ($crate, @features) = @_;
    my $list = join ', ', map { qq("$_") } @features;
    spill("$project/Cargo.toml", <<MANIFEST);
[package]
name = "usable"
version = "0.0.0"
edition = "2021"

[dependencies]
$crate->{name} = { version = "=$crate->{version}", default-features = false, features = [$list] }

[workspace]
MANIFEST
    unlink "$project/Cargo.lock";
    return system("cargo metadata --offline --format-version 1 --manifest-path $project/Cargo.toml > /dev/null 2>&1") == 0;
}

sub spill {
    my ($path, $text) = @_;
    open my $file, '>', $path or die "$path: $!";
    print $file $text;
    close $file or die "$path: $!";
}
