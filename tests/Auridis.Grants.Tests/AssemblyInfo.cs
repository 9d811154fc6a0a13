// Each fixture has a database of its own, and no test relies on another fixture's.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]
