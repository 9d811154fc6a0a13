using Auridis.Grants.Benchmarks;
using Auridis.Grants.Benchmarks.Floor;

// The same program is both: the runner starts a second copy of itself as the floor.
return args is ["floor", var database, var url] ? await FloorServer.Run(database, url) : await Runner.Run(args);
