namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>
/// What the document shows of a feature's operations. All examples tell one grant, step by step: Bottrop applies in November 2018, is
/// selected in December, draws money in February 2019, reports in March 2021 and has 5,000.00 euro to pay back. What a step has not
/// brought yet is null.
/// </summary>
interface IExamples
{
    static abstract IReadOnlyList<Example> All { get; }
}
