using System.Globalization;

namespace Auridis.Grants.Benchmarks;

/// <summary>The figures beside their targets.</summary>
sealed class Report
{
    readonly List<string> lines = [];
    bool allMet = true;

    public void AtLeast(string name, List<double> floor, List<double> product, double target) =>
        Add(name, Median(floor), Median(product), Median(product) / Median(floor), target,
            met: Median(product) / Median(floor) >= target, ">=");

    public void AtMost(string name, List<double> floor, List<double> product, double target) =>
        Add(name, Median(floor), Median(product), Median(product) / Median(floor), target,
            met: Median(product) / Median(floor) <= target, "<=");

    public void Below(string name, double product, double target) => Add(name, null, product, null, target, met: product < target, "<");

    /// <returns>0 when every target is met.</returns>
    public int Print()
    {
        Console.WriteLine("| figure | floor | product | ratio | target | |");
        Console.WriteLine("|---|---:|---:|---:|---:|---|");
        lines.ForEach(Console.WriteLine);
        return allMet ? 0 : 1;
    }

    void Add(string name, double? floor, double product, double? ratio, double target, bool met, string comparison)
    {
        allMet &= met;
        lines.Add(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {floor:#,0} | {product:#,0} | {ratio:0.00} | {comparison} {target} | {(met ? "met" : "MISSED")} |"));
        Console.Error.WriteLine(lines[^1]);
    }

    static double Median(List<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
