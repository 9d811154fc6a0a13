using System.Globalization;

namespace Auridis.Grants.Benchmarks;

/// <summary>The figures beside their targets.</summary>
/// <param name="first">What is compared with: the name of its column.</param>
/// <param name="second">What is measured.</param>
/// <param name="format">How a figure is written.</param>
sealed class Report(string first, string second, string format)
{
    readonly List<string> lines = [];
    bool allMet = true;

    public void AtLeast(string name, List<double> firsts, List<double> seconds, double target) =>
        Add(name, Median(firsts), Median(seconds), $">= {Text(target)}", Median(seconds) / Median(firsts) >= target);

    public void AtMost(string name, List<double> firsts, List<double> seconds, double target) =>
        Add(name, Median(firsts), Median(seconds), $"<= {Text(target)}", Median(seconds) / Median(firsts) <= target);

    public void Below(string name, double figure, double target) => Add(name, null, figure, $"< {Text(target)}", figure < target);

    /// <summary>A figure without a target.</summary>
    public void Tell(string name, List<double> firsts, List<double> seconds) => Add(name, Median(firsts), Median(seconds), "", null);

    /// <returns>0 when every target is met.</returns>
    public int Print()
    {
        Console.WriteLine($"| figure | {first} | {second} | ratio | target | |");
        Console.WriteLine("|---|---:|---:|---:|---:|---|");
        lines.ForEach(Console.WriteLine);
        return allMet ? 0 : 1;
    }

    void Add(string name, double? left, double right, string target, bool? met)
    {
        allMet &= met is not false;
        var verdict = met switch { true => "met", false => "MISSED", null => "" };
        string Figure(double? figure, string form) => figure?.ToString(form, CultureInfo.InvariantCulture) ?? "";
        lines.Add($"| {name} | {Figure(left, format)} | {Figure(right, format)} | {Figure(right / left, "0.00")} | {target} | {verdict} |");
        Console.Error.WriteLine(lines[^1]);
    }

    static string Text(double target) => target.ToString(CultureInfo.InvariantCulture);

    public static double Median(List<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
