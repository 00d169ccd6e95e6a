namespace Hevlayer.Quickstart;

/// <summary>Finds the checkout that this program was built from.</summary>
internal static class RepositoryRoot
{
    private const string Marker = "Hevlayer.sln";

    /// <summary>The nearest folder with the solution, at or above one of the starting points.</summary>
    /// <param name="startingPoints">Folders to look upwards from, in this order.</param>
    /// <returns>The folder, or null when none of them lies inside a checkout.</returns>
    public static string? Find(params IEnumerable<string> startingPoints) =>
        startingPoints.Select(Above).FirstOrDefault(found => found is not null);

    private static string? Above(string startingPoint)
    {
        for (var folder = new DirectoryInfo(startingPoint); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
