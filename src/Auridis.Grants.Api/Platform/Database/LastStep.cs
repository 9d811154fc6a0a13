namespace Auridis.Grants.Api.Platform.Database;

/// <summary>The shared counters, in the order in which every transaction takes them.</summary>
enum LastStep
{
    Journal,
    Audit,
    Anchor,
}
