using Microsoft.Extensions.Options;

namespace Hevlayer.Workers;

/// <summary>Stops the host at start, with every problem named, when the options of a worker cannot work.</summary>
internal sealed class ValidateDocumentWorkerOptions : IValidateOptions<DocumentWorkerOptions>
{
    public ValidateOptionsResult Validate(string? name, DocumentWorkerOptions options) =>
        DocumentWorkerRules.Problems(options).Select(problem => $"{WorkerSections.OfWorker(name)}: {problem}").ToList() is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;
}
