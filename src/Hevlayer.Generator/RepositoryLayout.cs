namespace Hevlayer.Generator;

/// <summary>Where the spec and the generated files stand in a checkout.</summary>
internal sealed record RepositoryLayout(string Root)
{
    public string Spec => Path.Combine(Root, "openapi", "hevlayer.yaml");

    public string Generated => Path.Combine(Root, "src", "Hevlayer", "Generated");

    /// <summary>Walks up to the folder that holds the spec, so that the program works from anywhere in the checkout.</summary>
    public static RepositoryLayout? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var layout = new RepositoryLayout(folder.FullName);
            if (File.Exists(layout.Spec))
            {
                return layout;
            }
        }

        return null;
    }
}
