using Hevlayer.Proof;

// Compares the promises of the documentation with what ran: Hevlayer.Proof.dll REPOSITORY RECORDS [SHEET]
// RECORDS holds the tests' reports (xunit's XML) and the ends of other checks (*.status). Without them only the texts are compared.
if (args is not [var repository, var records, .. var rest] || rest.Length > 1)
{
    Console.Error.WriteLine("Usage: REPOSITORY RECORDS|- [SHEET]");
    return 2;
}

var promises = PromiseFile.Read(File.ReadAllLines(Path.Combine(repository, "eng", "promises.txt")));
var pages = Pages.Of(repository);
var faults = pages.Faults(promises).ToList();
if (records is not "-")
{
    var verdicts = new Judge(Records.Read(records)).Verdicts(promises);
    foreach (var verdict in verdicts)
    {
        Console.WriteLine($"{(verdict.Kept ? "kept" : "NOT PROVED")} {verdict.Promise.Id}: {verdict.Summary}");
    }

    faults.AddRange(verdicts.Where(static verdict => !verdict.Kept).Select(static verdict => $"{verdict.Promise.Id}: {verdict.Summary}"));
    if (rest is [var sheet])
    {
        File.WriteAllText(sheet, Sheet.Write(verdicts));
    }

    Console.WriteLine($"{verdicts.Count(static verdict => verdict.Kept)} of {verdicts.Count} promises kept");
}

foreach (var fault in faults)
{
    Console.WriteLine($"FAULT {fault}");
}

return faults.Count is 0 ? 0 : 1;
