using System.Globalization;
using Auridis.Grants.Benchmarks;
using Auridis.Grants.Benchmarks.Decisions;
using Auridis.Grants.Benchmarks.Floor;
using Auridis.Grants.Benchmarks.Growth;
using Auridis.Grants.Benchmarks.Imports;
using Auridis.Grants.Benchmarks.LargeRound;

// The same program is both: the runner starts a second copy of itself as the floor.
return args switch
{
    ["floor", var database, var url] => await FloorServer.Run(database, url),
    _ when args.Contains("--decisions", StringComparer.Ordinal) => await DecisionRunner.Run(),
    _ when args.Contains("--large-round", StringComparer.Ordinal) => await LargeRoundRunner.Run(),
    ["--growth", .. var sizes] => await GrowthRunner.Run([.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]),
    _ when args.Contains("--import", StringComparer.Ordinal) => await ImportRunner.Run(),
    _ => await Runner.Run(args),
};
