using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Auridis.Grants.Tests.Playing;

/// <summary>A page for people, as a tree.</summary>
static class Page
{
    /// <summary>What has no end tag gets one.</summary>
    public static XElement Parse(string html) => XElement.Parse(Regex.Replace(
        html[html.IndexOf("<html", StringComparison.Ordinal)..], "<(?<tag>meta[^>]*|br)>", "<${tag}/>", RegexOptions.None,
        TimeSpan.FromSeconds(10)));

    /// <summary>
    /// Asserts that each section has its heading, and each table its caption and the headers of its columns and rows; a header of amounts
    /// stands above them, at the end of the column.
    /// </summary>
    public static void FollowsWithAScreenReader(this XElement page)
    {
        Assert.That(page.Descendants("h1").Count(), Is.EqualTo(1));
        Assert.That(page.Descendants("section").Select(section => section.Elements().First().Name.LocalName), Is.All.EqualTo("h2"));
        foreach (var table in page.Descendants("table"))
        {
            var columns = table.Element("thead")!.Descendants("th").ToList();
            Assert.That(table.Elements().First().Name.LocalName, Is.EqualTo("caption"));
            Assert.That(columns.Select(header => header.Attribute("scope")?.Value), Is.All.EqualTo("col"));
            foreach (var row in table.Element("tbody")!.Elements("tr"))
            {
                Assert.That(row.Elements().Count(), Is.EqualTo(columns.Count));
                Assert.That((row.Elements().First().Name.LocalName, row.Elements().First().Attribute("scope")?.Value),
                    Is.EqualTo(("th", "row")));
            }
            var rows = table.Element("tbody")!.Elements("tr").Select(row => row.Elements().ToList()).ToList();
            Assert.That(columns.Select(IsOfAmounts),
                Is.EqualTo(columns.Select((_, place) => rows.Exists(row => row[place].Elements().Any(IsOfAmounts)))));
        }
    }

    static bool IsOfAmounts(XElement element) => element.Attribute("class")?.Value == "amount";
}
