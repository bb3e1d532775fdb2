package dev.porthole.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.logging.Logger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Writes a picture of a scene.
public final class Screenshot {
    private static final int SETTLED_FRAMES = 6;

    /// In nanoseconds: after it the picture shows what there is, such as owners that are still looked for.
    private static final long PATIENCE = 20_000_000_000L;

    private Screenshot() {}

    /// Waits until the shell shows data, writes the picture and ends the program, with exit code 3 if that failed.
    static void whenReady(Shell shell, Scene scene, Path file) {
        new AnimationTimer() {
            private int frames;
            private long began;

            @Override
            public void handle(long now) {
                began = began == 0 ? now : began;
                frames = shell.showsData() ? frames + 1 : 0;
                if (frames == SETTLED_FRAMES || now - began > PATIENCE) {
                    stop();
                    end(scene, file);
                }
            }
        }.start();
    }

    private static void end(Scene scene, Path file) {
        try {
            write(scene, file);
            Platform.exit();
        } catch (IOException e) {
            Logger.getLogger("porthole").severe("The picture could not be written to " + file + ": " + e.getMessage());
            System.exit(3);
        }
    }

    /// On the FX thread.
    public static void write(Scene scene, Path file) throws IOException {
        WritableImage image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try (OutputStream out = Files.newOutputStream(file)) {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IOException("there is no writer for PNG");
            }
        } catch (NoSuchFileException e) {
            throw new IOException("there is no such folder", e);
        } catch (AccessDeniedException e) {
            throw new IOException("permission denied", e);
        }
    }
}
