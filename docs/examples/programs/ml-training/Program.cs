using System.Diagnostics;
using ExamplePrograms;
using MlTraining;

return Host.Run(log =>
{
    var arguments = new Arguments(args, "modelType", "epochs", "batchSize", "learningRate", "examples", "seed", "output");
    var shape = ModelShape.Named(arguments.Text("modelType"));
    var epochs = arguments.Count("epochs", 1, 100_000, "10");
    var batchSize = arguments.Count("batchSize", 1, 100_000, "32");
    var learningRate = arguments.Number("learningRate", 1e-9, 10, "0.005");
    var count = arguments.Count("examples", 100, 10_000_000, "6000");
    var seed = arguments.Count("seed", 0, int.MaxValue - 2, "1");
    var folder = arguments.Text("output", ".");

    var watch = Stopwatch.StartNew();
    var network = new Network(shape.Widths(2, Spirals.Classes), seed);
    log.WriteLine($"{shape.Name} in miniature: {shape.HiddenLayers} hidden layers of {shape.Width}, {network.ParameterCount} parameters");
    log.WriteLine($"{count} examples, {epochs} epochs in batches of {batchSize}, learning rate {learningRate}, seed {seed}");
    var training = new Training(network, Spirals.Generate(count, seed + 1), Spirals.Generate(count / 5, seed + 2), seed);
    var history = new List<Epoch>();
    foreach (var epoch in training.Run(epochs, batchSize, learningRate))
    {
        history.Add(epoch);
        log.WriteLine($"epoch {epoch.Number,3}/{epochs}  loss {epoch.Loss:0.0000}  validation loss {epoch.ValidationLoss:0.0000}  accuracy {epoch.Accuracy:0.0%}");
    }

    var path = ResultFile.Write(folder, $"ml-training-{shape.Name}.json", json =>
    {
        json.WriteString("modelType", shape.Name);
        json.WriteNumber("parameters", network.ParameterCount);
        json.WriteNumber("batchSize", batchSize);
        json.WriteNumber("learningRate", learningRate);
        json.WriteNumber("seed", seed);
        json.WriteStartArray("epochs");
        foreach (var epoch in history)
        {
            json.WriteStartObject();
            json.WriteNumber("loss", Math.Round(epoch.Loss, 6));
            json.WriteNumber("validationLoss", Math.Round(epoch.ValidationLoss, 6));
            json.WriteNumber("accuracy", Math.Round(epoch.Accuracy, 6));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
    log.WriteLine($"written to {path} after {watch.Elapsed.TotalSeconds:0.0} s");
});
